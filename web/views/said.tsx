import type { FC } from 'hono/jsx';

/** A sentence for people in which `*Topics*` is the name of a field. */
export const Said: FC<{ readonly text: string }> = ({ text }) => (
  <>
    {text
      .split(/\*([A-Z][^*\n]{1,40})\*/)
      .map((part, index) => (index % 2 === 1 ? <em>{part}</em> : part))}
  </>
);
