import en from './messages/en.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };

/** Languages of the interface, apart from the language of the press. */
export type Locale = 'en' | 'fr';
export type MessageKey = keyof typeof en;

const messages: Readonly<Record<Locale, Readonly<Record<MessageKey, string>>>> = { en, fr };

/** Everything that speaks to the reader in one language. Formatters are made once: making them is slow. */
export interface Speech {
  readonly locale: Locale;
  readonly other: Locale;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  /** `+0.42`, with a true minus sign. */
  readonly signed: (value: number) => string;
  readonly date: (iso: string) => string;
  /** A share in [0, 1] with one decimal, as `68.9%`. */
  readonly percent: (share: number) => string;
  readonly whole: (count: number) => string;
  /** The name of a language by its code, with a capital. */
  readonly language: (code: string) => string;
}

/** The speech of a locale. */
export const speech: Readonly<Record<Locale, Speech>> = { en: create('en'), fr: create('fr') };

function create(locale: Locale): Speech {
  const number = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    signDisplay: 'exceptZero',
  });
  const percent = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  return {
    locale,
    other: locale === 'en' ? 'fr' : 'en',
    say: (key, values = {}) =>
      messages[locale][key].replace(/\{(\w+)\}/gu, (_, name: string) => String(values[name] ?? '')),
    signed: (value) => number.format(value).replace('-', '−'),
    percent: (share) => percent.format(share),
    whole: (count) => whole.format(count),
    language: (code) => (languages.of(code) ?? code).replace(/^./u, (letter) => letter.toLocaleUpperCase(locale)),
    date: (iso) => date.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
  };
}

/** The message of a key that is put together at run time, such as `basis-carried`; the key itself when there is none. */
export function sayAny(words: Speech, key: string, values?: Readonly<Record<string, string | number>>): string {
  return key in en ? words.say(key as MessageKey, values) : key;
}
