import { presetFor } from '../../mail/providers.ts';

/** What a known provider asks for, such as an app password; undefined for an unknown one, or what is no address. */
export function providerAdvice(
  address: string,
): { readonly name: string; readonly sentences: readonly string[] } | undefined {
  const preset = address.includes('@') ? presetFor(address.trim().toLowerCase()) : undefined;
  return preset === undefined ? undefined : { name: preset.name, sentences: preset.advice };
}
