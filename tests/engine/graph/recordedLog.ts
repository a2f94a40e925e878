import type { Log } from '@rufwerk/engine/ports';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly details: object;
  readonly message: string;
}

/** A log that keeps its lines for a test to read. */
export class RecordedLog implements Log {
  readonly lines: LogLine[] = [];

  debug(details: object, message: string): void {
    this.lines.push({ level: 'debug', details, message });
  }
  info(details: object, message: string): void {
    this.lines.push({ level: 'info', details, message });
  }
  warn(details: object, message: string): void {
    this.lines.push({ level: 'warn', details, message });
  }
  error(details: object, message: string): void {
    this.lines.push({ level: 'error', details, message });
  }

  /** Everything logged, as text: to look for what must not stand there. */
  text(): string {
    return JSON.stringify(this.lines);
  }
}
