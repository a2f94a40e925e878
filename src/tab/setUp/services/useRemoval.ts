import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../session/SessionContext.ts';
import { type Command, useCommand } from '../../session/useCommand.ts';
import { keys } from '../../stream/keys.ts';
import { keepDraft } from '../editing/drafts.ts';
import { servicePart } from '../editing/part.ts';
import { keepDraft as keepRuleDraft } from '../rule/drafts.ts';
import { withoutService } from './removal.ts';

/** Takes a service out of the configuration in force, and what was entered for it and not saved. */
export function useRemoval(onRemoved: () => void): Command<string> {
  const { api } = useSession();
  const cache = useQueryClient();
  return useCommand<string>(
    async (serviceId) => {
      const newest = await api.configuration();
      cache.setQueryData(keys.configuration, newest);
      const file = withoutService(newest.configuration, serviceId);
      await api.saveConfiguration(file, newest.etag);
      keepDraft(servicePart(serviceId).key, null);
      keepRuleDraft(serviceId, null);
      onRemoved();
    },
    [keys.configuration, keys.rules, keys.services, keys.agents, keys.announcements],
  );
}
