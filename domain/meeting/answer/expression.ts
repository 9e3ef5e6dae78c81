import type { DayPart } from './answer.ts';
import type { Edge, WeekWord, ZoneWord } from './lexicon/lexicon.ts';

/** An hour as written. `readings` are minutes of the day; without a default the half of the day is open. */
export type Clock = {
  readonly readings: readonly number[];
  readonly default: number | undefined;
  readonly zone?: ZoneWord;
  readonly about?: boolean;
};

export type DayRef =
  | {
      readonly is: 'weekday';
      readonly weekday: number;
      readonly which?: 'this' | 'next' | 'past';
      /** "Tuesday week": so many weeks after the coming one. */
      readonly weeks?: number;
    }
  | {
      readonly is: 'date';
      readonly day: number;
      readonly month?: number;
      readonly year?: number;
      /** "4/5": the other order, when both are possible. */
      readonly swapped?: { readonly day: number; readonly month: number };
      readonly weekday?: number;
    }
  | { readonly is: 'offset'; readonly days: number };

export type WeekRef = {
  readonly week: WeekWord;
  readonly edge?: Edge;
  /** "The week of April 16." */
  readonly of?: DayRef;
  /** "The last week of July": 1 to 5, or -1; with `week: month` the month itself. */
  readonly month?: number;
  readonly nth?: number;
  readonly weekend?: boolean;
  readonly number?: number;
  readonly past?: boolean;
};

export type OptionRef =
  | { readonly at: number; readonly bare?: boolean }
  | { readonly upTo: number }
  | { readonly fromEnd: number }
  | { readonly pick: 'first' | 'last' | 'early' | 'late' | 'middle' }
  | {
      readonly all: 'all' | 'none' | 'others';
      /** "Otherwise" hardly names the other slots. */
      readonly vague?: boolean;
    };

/** A piece of a time with its place among the atoms and in the text. */
export type Expression = {
  readonly first: number;
  /** The atom after the last. */
  readonly next: number;
} & (
  | { readonly kind: 'days'; readonly days: readonly DayRef[]; readonly part?: DayPart }
  | {
      readonly kind: 'dayRange';
      readonly from?: DayRef;
      readonly to?: DayRef;
      /** "After the 20th" begins on the 21st. */
      readonly later?: boolean;
    }
  | { readonly kind: 'week'; readonly week: WeekRef }
  | { readonly kind: 'hours'; readonly clocks: readonly Clock[]; readonly weak: boolean }
  | { readonly kind: 'range'; readonly from?: Clock; readonly to?: Clock; readonly dash: boolean }
  | { readonly kind: 'ends'; readonly to: Clock }
  | { readonly kind: 'part'; readonly part: DayPart }
  | { readonly kind: 'option'; readonly option: OptionRef }
  | { readonly kind: 'shift'; readonly minutes: number | undefined }
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'sameTime' }
  | { readonly kind: 'any' }
  | { readonly kind: 'zone'; readonly zone: ZoneWord }
);
