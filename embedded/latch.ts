export type Latch = {
  readonly open: () => void;
  readonly opened: Promise<void>;
};

/** Closed until it is opened, once and for all. */
export function latch(): Latch {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}
