import { useWords } from '../language/language.ts';
import type { BotAnswer } from '../world/control.ts';
import { useAct, useTell } from '../world/useAct.tsx';

/**
 * For what a person does to the bot: besides refusals it shows the bot's own notice, and says when
 * the bot did not take it. Resolves to whether it went out.
 */
export function useBotAct(): (request: Promise<BotAnswer>) => Promise<boolean> {
  const say = useWords();
  const act = useAct();
  const tell = useTell();
  return async (request) => {
    if (!(await act(request))) return false;
    const { botStatus, notice } = await request;
    if (botStatus === null) tell('warning', say('chat.bot'), say('chat.unreachable'));
    else if (botStatus >= 400) tell('warning', say('chat.bot'), say('chat.refused', { botStatus }));
    else if (typeof notice === 'string') tell('info', say('chat.bot'), notice);
    return true;
  };
}
