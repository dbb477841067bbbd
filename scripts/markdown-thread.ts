import { parentPort, workerData } from "node:worker_threads";
import { type MarkdownPage, writeMarkdown } from "#exports/markdown.ts";

parentPort?.postMessage((workerData as MarkdownPage[]).map(writeMarkdown));
