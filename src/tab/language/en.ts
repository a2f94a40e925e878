import { comparedSkillsWords } from './en/comparedSkills.ts';
import { drillStepWords } from './en/drillStep.ts';
import { editingWords } from './en/editing.ts';
import { emergencySetUpWords } from './en/emergencySetUp.ts';
import { emergencyWords } from './en/emergency.ts';
import { liveWords } from './en/live.ts';
import { myWorkWords } from './en/myWork.ts';
import { outsideWords } from './en/outside.ts';
import { presenceWords } from './en/presence.ts';
import { settingsWords } from './en/settings.ts';
import { setUpWords } from './en/setUp.ts';
import { shellWords } from './en/shell.ts';
import { teamsStatusWords } from './en/teamsStatus.ts';
import { whyNotWords } from './en/whyNot.ts';
import type { PathsOf } from './texts.ts';

/** Every word of the tab in English; German has the same shape. */
export const en = {
  ...shellWords,
  ...presenceWords,
  ...myWorkWords,
  ...emergencyWords,
  ...emergencySetUpWords,
  ...drillStepWords,
  ...liveWords,
  ...setUpWords,
  ...settingsWords,
  ...comparedSkillsWords,
  ...editingWords,
  ...teamsStatusWords,
  ...outsideWords,
  ...whyNotWords,
};

/** The name of one text, such as `page.back`. */
export type WordKey = PathsOf<typeof en>;
