import { styleText } from "node:util";

/** Says what a long command is doing: one moving line on a terminal, plain lines elsewhere. */
export interface Progress {
  step(text: string): void;
  /** Clears the moving line before something else is printed. */
  pause(): void;
  /** Since the start. */
  seconds(): number;
}

const frames = ["◐", "◓", "◑", "◒"];

/** Writes to standard error, so that standard output holds only the result. */
export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const start = performance.now();
  const moving = Boolean(stream.isTTY) && !process.env["CI"];
  const seconds = () => (performance.now() - start) / 1000;
  let timer: NodeJS.Timeout | undefined;
  const pause = () => {
    clearInterval(timer);
    if (timer) stream.write("\r\u001b[2K");
    timer = undefined;
  };
  return {
    seconds,
    pause,
    step(text) {
      pause();
      if (!moving) {
        stream.write(`${text} …\n`);
        return;
      }
      let frame = 0;
      const draw = () =>
        stream.write(`\r\u001b[2K${styleText("cyan", frames[frame++ % frames.length] ?? "")} ${text} … ${seconds().toFixed(0)} s`);
      draw();
      timer = setInterval(draw, 120);
      timer.unref();
    },
  };
}
