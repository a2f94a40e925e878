/** What every engine of the store must do with personal data: people, and where they are. */
import { describe, expect, test } from '@jest/globals';
import { asId, type PersonId, type TenantId } from '@rufwerk/engine/core';
import type { Store, TenantStore } from '@rufwerk/engine/ports';

export const anna = {
  entraId: 'E-Anna',
  userPrincipalName: 'Anna@contoso.com',
  displayName: 'Anna',
};

export interface OpenedStore {
  tenant(): TenantStore;
  store(): Store;
  reopen(): Promise<void>;
}

export function personalCases(opened: OpenedStore): void {
  describe('people', () => {
    test('somebody of the directory is made once, found, and kept up to date', async () => {
      const ids = await Promise.all([
        opened.tenant().people.ensureEntraPerson(anna),
        opened.tenant().people.ensureEntraPerson({ ...anna, entraId: 'e-anna' }),
      ]);
      const id = ids[0];
      expect(ids[1]).toBe(id);
      const married = { ...anna, displayName: 'Anna Keller' };
      expect(await opened.tenant().people.ensureEntraPerson(married)).toBe(id);
      await opened.reopen();
      const expected = {
        id,
        entraId: 'e-anna',
        userPrincipalName: 'Anna@contoso.com',
        displayName: 'Anna Keller',
        phone: null,
        mail: null,
      };
      expect(opened.tenant().people.find(id)).toEqual(expected);
      expect(opened.tenant().people.findByEntraId('E-ANNA')).toEqual(expected);
      expect(opened.tenant().people.findByUserPrincipalName('anna@CONTOSO.com')).toEqual(expected);
    });

    test('a name that the directory gave to somebody else finds its new holder', async () => {
      const before = await opened.tenant().people.ensureEntraPerson(anna);
      const after = await opened
        .tenant()
        .people.ensureEntraPerson({ ...anna, entraId: 'e-anna-2' });
      expect(after).not.toBe(before);
      expect(opened.tenant().people.findByUserPrincipalName(anna.userPrincipalName)?.id).toBe(
        after,
      );
      expect(opened.tenant().people.find(before)?.entraId).toBe('e-anna');
    });

    test('a caller is made once per number, and whoever withholds it is new each time', async () => {
      const [one, again, other, withheld, withheldAgain] = await Promise.all(
        ['+41445550100', '+41445550100', '+41445550101', null, null].map((phone) =>
          opened.tenant().people.ensureCaller(phone),
        ),
      );
      expect(again).toBe(one);
      expect(new Set([one, other, withheld, withheldAgain]).size).toBe(4);
      expect(opened.tenant().people.find(one as PersonId)?.phone).toBe('+41445550100');
      expect(opened.tenant().people.find(withheld as PersonId)?.phone).toBeNull();
    });

    test('EMG-22: a mail contact is made once per address, and named by it', async () => {
      const { people } = opened.tenant();
      const [one, again, other] = await Promise.all(
        ['Guard@fabrikam.example', 'guard@Fabrikam.example', 'desk@fabrikam.example'].map(
          (address) => people.ensureMailContact(address),
        ),
      );
      expect(again).toBe(one);
      expect(other).not.toBe(one);
      await opened.reopen();
      expect(opened.tenant().people.find(one as PersonId)).toEqual({
        ...{ id: one, entraId: null, userPrincipalName: null, phone: null },
        ...{ displayName: 'Guard@fabrikam.example', mail: 'Guard@fabrikam.example' },
      });
      await opened.tenant().people.erase(one as PersonId);
      expect(opened.tenant().people.find(one as PersonId)).toBeNull();
      expect(await opened.tenant().people.ensureMailContact('guard@fabrikam.example')).not.toBe(
        one,
      );
    });

    test('of an erased person nothing is found, and whoever comes again is new', async () => {
      const id = await opened.tenant().people.ensureEntraPerson(anna);
      const caller = await opened.tenant().people.ensureCaller('+41445550100');
      await opened.tenant().people.erase(id);
      await opened.tenant().people.erase(caller);
      for (const when of ['at once', 'after a reopening']) {
        if (when !== 'at once') await opened.reopen();
        expect(opened.tenant().people.find(id)).toBeNull();
        expect(opened.tenant().people.findByEntraId(anna.entraId)).toBeNull();
        expect(opened.tenant().people.findByUserPrincipalName(anna.userPrincipalName)).toBeNull();
      }
      expect(await opened.tenant().people.ensureCaller('+41445550100')).not.toBe(caller);
      expect(await opened.tenant().people.ensureEntraPerson(anna)).not.toBe(id);
    });
  });

  describe('the places of emergencies', () => {
    const agent = asId<PersonId>('anna');
    const place = { line: 'Bahnhofstrasse 1, 8001 Zürich', latitude: 47.37, longitude: 8.54 };

    test('DEC-9: are known until they are forgotten, and to their own tenant only', async () => {
      const { emergencyPlaces: places } = opened.tenant();
      expect(await places.get(agent)).toBeNull();
      await places.put(agent, { line: 'Zürich' });
      await places.put(agent, place);
      await opened.reopen();
      const { emergencyPlaces: kept } = opened.tenant();
      expect(await kept.get(agent)).toEqual(place);
      expect(await kept.held()).toEqual([agent]);
      const other = await opened.store().openTenant(asId<TenantId>('other'));
      expect(await other.emergencyPlaces.held()).toEqual([]);
      await kept.forget(agent);
      await kept.forget(agent);
      expect(await kept.get(agent)).toBeNull();
      expect(await kept.held()).toEqual([]);
    });
  });
}
