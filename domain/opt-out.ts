/** The sentence by which a person asks never to be written to again, in any of the common languages. */
export function optOut(input: {
  readonly visible: string;
  readonly subject: string;
}): { readonly sentence: string } | undefined {
  const line = input.visible
    .split('\n')
    .find((each) => /^(please )?(unsubscribe|remove me|stop emailing me)\b/i.test(each.trim()));
  return line === undefined ? undefined : { sentence: line.trim() };
}
