/** Where a command reads and writes, so that tests can stand in for a terminal. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly readStdin: () => Buffer;
}
