import type { Page } from 'playwright-core';

/**
 * Texts on the page that are too faint to read for many: below 4.5 to 1 against what is behind them, or 3 to 1 where
 * they are large (WCAG 2.2, success criterion 1.4.3).
 */
export function faintTexts(page: Page): Promise<unknown> {
  return page.evaluate(`(${find.toString()})()`);
}

/** Runs in the browser, where every color is computed to rgb() or rgba(). */
function find(): unknown {
  const parts = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (channel: number): number =>
    channel <= 0.04045 * 255 ? channel / 255 / 12.92 : ((channel / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]): number =>
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  const style = (element: any): any => (globalThis as any).getComputedStyle(element);
  const behind = (element: any): number[] => {
    for (let at = element; at; at = at.parentElement) {
      const color = parts(style(at).backgroundColor);
      if ((color[3] ?? 1) === 1) return color;
    }
    return [255, 255, 255];
  };
  const faint: string[] = [];
  const { document } = globalThis as any;
  const walker = document.createTreeWalker(document.body, 4);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (text === '' || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight } = style(element);
    const [one, other] = [luminance(parts(color)), luminance(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = Number.parseFloat(fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${color}: ${text.slice(0, 40)}`);
  }
  return faint;
}
