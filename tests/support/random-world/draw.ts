/** How random worlds are drawn: mostly sound, since a network in which nothing works teaches little. */
import fc from 'fast-check';

/** Mostly the first one. */
export const mostly = <const T extends readonly string[]>(...all: T): fc.Arbitrary<T[number]> =>
  fc.constantFrom(...Array.from({ length: 4 }, () => all[0] as T[number]), ...all);

/** As often one of the sound tables as some routes at random. A table with two static routes, or two propagated ones, for one block would not pass the door. */
export const routesAmong = (
  candidates: readonly string[],
  ...sound: readonly (readonly string[])[]
): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    fc.constantFrom(...sound),
    fc.uniqueArray(fc.constantFrom(...candidates), {
      maxLength: 7,
      selector: (text) => `${text.split(' ')[0]} ${text.includes('propagated')}`,
    }),
  );
