import { Option } from "commander";
import { countProblems, type ReportFormat, reportFormats, writeReport } from "#checks/report.ts";
import {
  addContentOptions,
  addStrictOption,
  type ContentOptions,
  defineCommand,
  exitCodes,
  findContentFolder,
  runCommand,
  showPath,
} from "./command.ts";
import { readChecked } from "./read-checked.ts";

interface CheckOptions extends ContentOptions {
  strict?: boolean;
  format: ReportFormat;
}

const command = addStrictOption(
  addContentOptions(defineCommand("check", "Says everything that is wrong with the content, where it is and what to do about it.")),
)
  .addOption(new Option("--format <format>", "How to print it.").choices(reportFormats).default("text"))
  .action((options: CheckOptions) => {
    const root = findContentFolder(options);
    const { problems } = readChecked(root, options);
    const report = writeReport(problems, showPath(root), options.format);
    if (report) console.log(report);
    process.exitCode = countProblems(problems).errors > 0 ? exitCodes.content : exitCodes.fine;
  });

await runCommand(command);
