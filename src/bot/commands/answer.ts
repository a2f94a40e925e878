/**
 * What the bot answers, from who asks and what is asked. Nothing is told beyond the asker's
 * services.
 */
import type {
  DecisionId,
  DecisionRecord,
  Language,
  ServiceId,
  ServiceView,
  TaskId,
} from '@rufwerk/engine/core';
import type { Clock, DecisionRow, ReadTables } from '@rufwerk/engine/ports';
import { readStory } from '../calls/story.ts';
import { decisionCard } from '../cards/decision/card.ts';
import { helpCard } from '../cards/help/card.ts';
import { statusCard } from '../cards/status/card.ts';
import { tellingFor, type Telling } from '../cards/telling.ts';
import { whyCard } from '../cards/why/card.ts';
import { type Message, sentence } from '../chat/message.ts';
import type { NameService } from '../decision-cards/service-name.ts';
import { wordsOf } from '../words/index.ts';
import { detailFor, sees, seesAnything, type Asker } from './asker.ts';
import type { VisibleServices } from './asker.ts';
import { answerEmergency, type EmergencyAnswerOptions } from './emergency.ts';
import { findLastDecision } from './last-decision.ts';
import type { Command } from './read.ts';

export interface AnswerOptions extends EmergencyAnswerOptions {
  readonly tables: ReadTables;
  /** The services as they are now; those outside `visible` are not looked at. */
  readonly services: (visible: VisibleServices) => Promise<readonly ServiceView[]>;
  readonly serviceName: NameService;
  /** The full record of a decision; null when it can no longer be made. */
  readonly explain: (decision: DecisionRow) => Promise<DecisionRecord | null>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Answers one command. */
export async function answerCommand(
  options: AnswerOptions,
  asker: Asker,
  command: Command,
  language: Language,
): Promise<Message> {
  const words = wordsOf(language);
  const colleague = tellingFor(options, language, 'colleague');
  switch (command.kind) {
    case 'help':
      return helpCard(words.helpIntro, colleague);
    case 'hello':
      return helpCard(words.hello, colleague);
    case 'status':
      return seesAnything(asker)
        ? statusOf(options, asker, colleague)
        : sentence(words.notResponsible);
    case 'last-decision':
      return seesAnything(asker)
        ? lastDecision(options, asker, language)
        : sentence(words.notResponsible);
    case 'why':
      return whyOf(options, asker, language, command.decisionId, command.leadsBack);
    case 'call':
      return callOf(options, asker, language, command.taskId);
    case 'emergency':
    case 'emergency-say':
      return answerEmergency(options, asker, command, language);
  }
}

async function statusOf(options: AnswerOptions, asker: Asker, telling: Telling): Promise<Message> {
  const services = await options.services(asker.visible);
  const visible = services.filter(({ serviceId }) => sees(asker, serviceId));
  if (visible.length === 0) return sentence(telling.words.noServices);
  return statusCard(visible, options.clock.now(), telling);
}

async function lastDecision(
  options: AnswerOptions,
  asker: Asker,
  language: Language,
): Promise<Message> {
  const decision = await findLastDecision(options.tables, asker.visible);
  if (decision === null) return sentence(wordsOf(language).noDecisionYet);
  return explain(options, asker, language, decision, false);
}

async function whyOf(
  options: AnswerOptions,
  asker: Asker,
  language: Language,
  decisionId: DecisionId,
  leadsBack: boolean,
): Promise<Message> {
  const decision = await options.tables.findDecision(decisionId);
  // One answer for "there is none" and "it is not yours": the difference would tell something.
  if (decision === null || !sees(asker, decision.serviceId)) {
    return sentence(wordsOf(language).noSuchDecision);
  }
  return explain(options, asker, language, decision, leadsBack);
}

async function explain(
  options: AnswerOptions,
  asker: Asker,
  language: Language,
  decision: DecisionRow,
  leadsBack: boolean,
): Promise<Message> {
  const { serviceId, taskId } = decision;
  const record = await options.explain(decision);
  if (record === null) return sentence(wordsOf(language).notExplained);
  const call = await options.tables.findCall(taskId);
  const serviceName = await options.serviceName(serviceId);
  const callerId = call?.callerId ?? null;
  const telling = tellingOf(options, asker, language, serviceId);
  return whyCard({ record, serviceName, callerId, leadsBack }, telling);
}

async function callOf(
  options: AnswerOptions,
  asker: Asker,
  language: Language,
  taskId: TaskId,
): Promise<Message> {
  const story = await readStory(options.tables, taskId);
  if (story === null || !sees(asker, story.call.serviceId)) {
    return sentence(wordsOf(language).noSuchDecision);
  }
  const { serviceId } = story.call;
  const serviceName = await options.serviceName(serviceId);
  return decisionCard(story, serviceName, tellingOf(options, asker, language, serviceId));
}

function tellingOf(
  options: AnswerOptions,
  asker: Asker,
  language: Language,
  serviceId: ServiceId,
): Telling {
  return tellingFor(options, language, detailFor(options, asker, serviceId));
}
