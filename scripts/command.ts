import { existsSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { Command, CommanderError, Option } from "commander";
import { findNearest } from "#model/nearest.ts";
import { GitError } from "#history/git.ts";

/** What a command ends with; see "Exit codes" in the README. */
export const exitCodes = { fine: 0, content: 1, usage: 2, environment: 3, fault: 4, interrupted: 130 } as const;

/** An end that the user can do something about; the message says what. */
export class Failure extends Error {
  readonly exitCode: number;
  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

export interface ContentOptions {
  content: string;
  audience?: string;
}

/** Starts a command that is run as `npm run <name>`. */
export function defineCommand(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption("--help", "Show this help.")
    .allowExcessArguments(false)
    .exitOverride();
}

/** Adds `--strict`, for a build server that shall not publish a handbook with a flaw. */
export function addStrictOption(command: Command): Command {
  return command.option("--strict", "Count warnings as errors, such as history that a shallow clone lacks.");
}

export function addContentOptions(command: Command): Command {
  return command
    .addOption(new Option("--content <folder>", "The content folder.").default("content"))
    .addOption(new Option("--audience <name>", "Build only what this audience may read; without it, what the settings name."));
}

/** The absolute path of the content folder, or a failure that says what is wrong with it. */
export function findContentFolder(options: ContentOptions): string {
  const root = resolve(options.content);
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new Failure(exitCodes.usage, `There is no folder ${options.content}. Name the content folder with --content.`);
  }
  return root;
}

export function checkAudience(audience: string | undefined, known: readonly string[]): void {
  if (audience === undefined || known.includes(audience)) return;
  const nearest = findNearest(audience, known);
  const mend = nearest ? `Did you mean "${nearest}"?` : `The settings know: ${known.join(", ")}.`;
  throw new Failure(exitCodes.usage, `There is no audience called "${audience}". ${mend}`);
}

/** A path as people see it from where they stand. */
export function showPath(path: string): string {
  const shown = relative(process.cwd(), path);
  return shown === "" ? "." : shown.startsWith("..") ? path : shown;
}

/** Runs a command and ends the process with its exit code. */
export async function runCommand(command: Command): Promise<void> {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(exitCodes.interrupted));
  try {
    await command.parseAsync();
  } catch (cause) {
    process.exitCode = explain(cause);
  }
}

function explain(cause: unknown): number {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  const { message, stack, code } = cause as NodeJS.ErrnoException;
  if (cause instanceof Failure) {
    if (message) console.error(message);
    return cause.exitCode;
  }
  if (cause instanceof GitError) {
    console.error(`Git could not read the history of the content.\n${message}`);
    return exitCodes.environment;
  }
  if (code && environmentCodes.has(code)) {
    console.error(`The machine refused: ${message}`);
    return exitCodes.environment;
  }
  console.error(`This is a fault of Sopbook, not of your content. Please report it with these lines.\n${stack ?? message}`);
  return exitCodes.fault;
}

const environmentCodes = new Set(["EACCES", "EPERM", "ENOSPC", "EROFS", "EMFILE", "EADDRINUSE", "EDQUOT"]);
