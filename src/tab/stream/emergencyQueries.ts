/** What the screens read of emergencies; what is under way is kept true by the live stream. */
import type { EmergencyShown, HeldNumber, MailPreview } from '@rufwerk/engine/api';
import { numbersOffered } from '@rufwerk/engine/core';
import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Drills, MailDraft } from '../session/emergencyApi.ts';
import { useSession } from '../session/SessionContext.ts';
import { keys } from './keys.ts';
import { rememberedNumbers, rememberNumbers } from './rememberedNumbers.ts';

/** What to dial where the person is. */
export function useEmergencyNumbers(): readonly string[] {
  const { api, teams } = useSession();
  const told = useQuery({
    queryKey: keys.emergencyNumbers,
    queryFn: async ({ signal }) => {
      const numbers = await api.emergencyNumbers(signal);
      rememberNumbers(numbers);
      return numbers;
    },
  });
  const numbers = told.data ?? [];
  return numbers.length > 0 ? numbers : numbersWithoutServer(teams.locale);
}

/**
 * Before the server has told, and when it cannot, what it told last time, else the numbers of the
 * country of the person's Teams: nobody looks for a number in vain because a server is down.
 */
export function numbersWithoutServer(locale: string): readonly string[] {
  const remembered = rememberedNumbers();
  return remembered.length > 0 ? remembered : numbersOfLocale(locale);
}

/** Known by every telephone network of the world as a call for help. */
const ANYWHERE = ['112', '911'];

export function numbersOfLocale(locale: string): readonly string[] {
  const region = locale.split('-')[1]?.toUpperCase() ?? '';
  const numbers = numbersOffered(region, []);
  return numbers.length > 0 ? numbers : ANYWHERE;
}

export function useEmergencies(): UseQueryResult<readonly EmergencyShown[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.emergencies,
    queryFn: ({ signal }) => api.emergencies(signal),
  });
}

/** No event tells that an hour is over while the call goes on: that is looked up now and then. */
const HELD_LOOKED_UP_EVERY_MS = 30_000;

export function useHeldNumbers(): UseQueryResult<readonly HeldNumber[]> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.heldNumbers,
    queryFn: ({ signal }) => api.heldNumbers(signal),
    refetchOnMount: 'always',
    refetchInterval: HELD_LOOKED_UP_EVERY_MS,
  });
}

/** The stream does not tell of drills, so each look asks anew. */
export function useDrills(): UseQueryResult<Drills> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.drills,
    queryFn: ({ signal }) => api.drills(signal),
    refetchOnMount: 'always',
  });
}

/** The mail as the server would write it; the last one stays until the next is there. */
export function useMailPreview(draft: MailDraft): UseQueryResult<MailPreview> {
  const { api } = useSession();
  return useQuery({
    queryKey: keys.mailPreview(draft),
    queryFn: ({ signal }) => api.previewMail(draft, signal),
    placeholderData: keepPreviousData,
  });
}
