/** What the settings of emergency calls may not say (DEC-7, DEC-10). */
import { CONTRADICTION } from './contradictionWords.ts';
import type { Configuration } from './document.ts';
import { numbersOffered } from './emergencyNumbers.ts';
import { type FoundProblem, repeated } from './problem.ts';

export function emergencyContradictions(configuration: Configuration): FoundProblem[] {
  return [
    ...wrongCallbackNumbers(configuration),
    ...countriesTwice(configuration),
    ...countriesWithoutNumbers(configuration),
  ];
}

/** A number of the pool is one person's at a time, and never a service's. */
function wrongCallbackNumbers({ emergency, services }: Configuration): FoundProblem[] {
  const { callbackNumbers } = emergency;
  const ofServices = new Map(services.map(({ resourceAccount, id }) => [resourceAccount, id]));
  const field = (index: number, of: 'resourceAccount' | 'number'): string =>
    `emergency.callbackNumbers[${index}].${of}`;
  return [
    ...callbackNumbers.flatMap(({ resourceAccount }, index) => {
      const serviceId = ofServices.get(resourceAccount);
      if (serviceId === undefined) return [];
      const words = CONTRADICTION.callbackAccountOfService(serviceId);
      return [{ field: field(index, 'resourceAccount'), ...words }];
    }),
    ...repeated(callbackNumbers.map(({ resourceAccount }) => resourceAccount)).map(([index]) => ({
      field: field(index, 'resourceAccount'),
      ...CONTRADICTION.callbackAccountTwice(),
    })),
    ...repeated(callbackNumbers.map(({ number }) => number)).map(([index, number]) => ({
      field: field(index, 'number'),
      ...CONTRADICTION.callbackNumberTwice(number),
    })),
  ];
}

/** Only the first entry of a country would count. */
function countriesTwice({ emergency }: Configuration): FoundProblem[] {
  return repeated(emergency.numbers.map(({ country }) => country)).map(([index, country]) => ({
    field: `emergency.numbers[${index}].country`,
    ...CONTRADICTION.countryTwice(country),
  }));
}

/** Whoever calls for help there would be offered nothing to dial. */
function countriesWithoutNumbers({ emergency, agents }: Configuration): FoundProblem[] {
  const places: readonly (readonly [string, string | null])[] = [
    ['emergency.country', emergency.country],
    ...agents.map(
      (agent, index) => [`agents[${index}].emergency.country`, agent.emergency.country] as const,
    ),
  ];
  return places.flatMap(([field, country]) =>
    country === null || numbersOffered(country, emergency.numbers).length > 0
      ? []
      : [{ field, ...CONTRADICTION.countryWithoutNumbers(country) }],
  );
}
