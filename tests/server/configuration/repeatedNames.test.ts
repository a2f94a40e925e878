import { describe, expect, test } from '@jest/globals';
import { repeatedNames } from '../../../src/server/configuration/repeatedNames.ts';

function servicesCalled(...names: string[]) {
  const services = names.map((name, index) => ({
    ...{ id: `service-${index}`, name },
    resourceAccount: `account-${index}@contoso.example`,
  }));
  return { services };
}

describe('the names of services', () => {
  test('are refused at each bearer, who is told of the other', () => {
    const file = servicesCalled('Sales', 'Claims', 'SALES');
    expect(repeatedNames(file, 'en')).toEqual([
      {
        field: 'services[0].name',
        rule: 'The service "service-2" is called "SALES" already.',
        mend: 'Give one of the two another name.',
      },
      {
        field: 'services[2].name',
        rule: 'The service "service-0" is called "Sales" already.',
        mend: 'Give one of the two another name.',
      },
    ]);
    expect(repeatedNames(file, 'de').map(({ rule }) => rule)).toContain(
      'Der Service «service-0» heisst schon «Sales».',
    );
  });

  test('are good while each is borne once, and when there is no service', () => {
    expect(repeatedNames(servicesCalled('Sales', 'Sales Bern'), 'en')).toEqual([]);
    expect(repeatedNames({}, 'en')).toEqual([]);
  });
});
