import { comparedSkillsWords } from './de/comparedSkills.ts';
import { drillStepWords } from './de/drillStep.ts';
import { editingWords } from './de/editing.ts';
import { emergencySetUpWords } from './de/emergencySetUp.ts';
import { emergencyWords } from './de/emergency.ts';
import { liveWords } from './de/live.ts';
import { myWorkWords } from './de/myWork.ts';
import { outsideWords } from './de/outside.ts';
import { presenceWords } from './de/presence.ts';
import { settingsWords } from './de/settings.ts';
import { setUpWords } from './de/setUp.ts';
import { shellWords } from './de/shell.ts';
import { teamsStatusWords } from './de/teamsStatus.ts';
import { whyNotWords } from './de/whyNot.ts';
import type { en } from './en.ts';
import type { Texts } from './texts.ts';

/** Every word of the tab in German: the words of the trade, in Swiss spelling. */
export const de: Texts<typeof en> = {
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
