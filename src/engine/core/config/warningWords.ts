/** The words of what a configuration hardly means, English and German (Swiss spelling). */
import type { RuleWords } from './problem.ts';

/** What Teams waits by default before an unanswered call goes to voicemail. */
export const VOICEMAIL_AFTER_SECONDS = 20;

export const WARNING = {
  nobodyResponsible: (): RuleWords => ({
    rule: {
      en: 'Nobody is responsible: every call will wait until it leaves the queue.',
      de: 'Niemand ist zuständig: jeder Anruf wartet, bis er die Warteschlange verlässt.',
    },
    mend: {
      en: 'Name people, a team or skills, or choose "nobody" for announcements only.',
      de: 'Nennen Sie Personen, ein Team oder Fähigkeiten, oder wählen Sie «niemand» für Ansagen.',
    },
  }),
  waitsForEver: (): RuleWords => ({
    rule: {
      en: 'Nobody is responsible and nothing ends the wait: every caller waits for ever.',
      de: 'Niemand ist zuständig und nichts beendet das Warten: wer anruft, wartet endlos.',
    },
    mend: {
      en: 'Name people, a team or skills, or say what happens while nobody is able.',
      de: 'Nennen Sie Personen, ein Team oder Fähigkeiten, oder sagen Sie, was ohne sie geschieht.',
    },
  }),
  nobodyHasTheSkills: (): RuleWords => ({
    rule: {
      en: 'Nobody has the skills at the level that is asked for.',
      de: 'Niemand hat die Fähigkeiten auf der verlangten Stufe.',
    },
    mend: {
      en: 'Lower the minimum, or give people the skills.',
      de: 'Senken Sie das Minimum, oder geben Sie Personen die Fähigkeiten.',
    },
  }),
  neverOpen: (): RuleWords => ({
    rule: {
      en: 'The hours never open: every call will be treated as closed.',
      de: 'Die Zeiten öffnen nie: jeder Anruf wird behandelt, als wäre geschlossen.',
    },
    mend: {
      en: 'Add an opening period to a day, or remove the hours.',
      de: 'Geben Sie einem Tag eine Öffnungszeit, oder entfernen Sie die Zeiten.',
    },
  }),
  levelNeverReached: (maximumWaitSeconds: number): RuleWords => ({
    rule: {
      en: `No call waits so long: it leaves the queue after ${maximumWaitSeconds} s.`,
      de: `So lange wartet kein Anruf: nach ${maximumWaitSeconds} s verlässt er die Warteschlange.`,
    },
    mend: {
      en: `Use less than ${maximumWaitSeconds}, or lengthen the maximum wait.`,
      de: `Weniger als ${maximumWaitSeconds}, oder eine längere maximale Wartezeit.`,
    },
  }),
  nobodyNeverActedOn: (maximumWaitSeconds: number): RuleWords => ({
    rule: {
      en: `"Nobody" is never acted on: calls leave the queue after ${maximumWaitSeconds} s.`,
      de: `«Niemand» tritt nie ein: Anrufe verlassen die Warteschlange nach ${maximumWaitSeconds} s.`,
    },
    mend: {
      en: `Use less than ${maximumWaitSeconds}, or lengthen the maximum wait.`,
      de: `Weniger als ${maximumWaitSeconds}, oder eine längere maximale Wartezeit.`,
    },
  }),
  othersNeverRung: (maximumWaitSeconds: number): RuleWords => ({
    rule: {
      en: `Nobody else is ever rung: calls leave the queue after ${maximumWaitSeconds} s.`,
      de:
        'Anderen wird nie zugestellt: Anrufe verlassen die Warteschlange nach ' +
        `${maximumWaitSeconds} s.`,
    },
    mend: {
      en: `Use less than ${maximumWaitSeconds}, or lengthen the maximum wait.`,
      de: `Weniger als ${maximumWaitSeconds}, oder eine längere maximale Wartezeit.`,
    },
  }),
  redirectLetsGo: (): RuleWords => ({
    rule: {
      en:
        'Under redirect whoever is not answered is lost: nobody else is rung, and maximum wait, ' +
        'overflow and missed offers count only while nothing rings.',
      de:
        'Bei der Umleitung geht verloren, wer keine Antwort bekommt: niemand sonst wird gerufen, ' +
        'und maximale Wartezeit, Überlauf und verpasste Anrufe gelten nur, solange nichts klingelt.',
    },
    mend: {
      en: 'Use delivery by conference wherever it works.',
      de: 'Stellen Sie als Konferenz zu, wo immer das geht.',
    },
  }),
  nobodyToPrefer: (): RuleWords => ({
    rule: { en: 'There is nobody to prefer.', de: 'Es gibt niemanden zu bevorzugen.' },
    mend: {
      en: 'Name preferred people, or use 0.',
      de: 'Nennen Sie bevorzugte Personen, oder verwenden Sie 0.',
    },
  }),
  preferredDoesNotServe: (): RuleWords => ({
    rule: {
      en: 'This person is preferred but does not serve here.',
      de: 'Diese Person ist bevorzugt, bedient diesen Service aber nicht.',
    },
    mend: {
      en: 'Make the person responsible, or remove the preference.',
      de: 'Machen Sie die Person zuständig, oder entfernen Sie die Bevorzugung.',
    },
  }),
  nobodyToTell: (): RuleWords => ({
    rule: {
      en: 'Nobody is told when the service is in trouble.',
      de: 'Niemand erfährt es, wenn der Service in Schwierigkeiten ist.',
    },
    mend: {
      en: 'Name at least one supervisor.',
      de: 'Nennen Sie mindestens eine Supervisorin oder einen Supervisor.',
    },
  }),
  skillNobodyHas: (skill: string): RuleWords => ({
    rule: { en: `Nobody has the skill "${skill}".`, de: `Niemand hat die Fähigkeit «${skill}».` },
    mend: {
      en: 'Correct its name, or give somebody the skill.',
      de: 'Berichtigen Sie den Namen, oder geben Sie jemandem die Fähigkeit.',
    },
  }),
  skillsNotAsked: (): RuleWords => ({
    rule: {
      en: 'A service by people asks for no skills, unless the order is "best skill".',
      de: 'Ein Service nach Personen fragt nicht nach Fähigkeiten, ausser bei «Beste Fähigkeit».',
    },
    mend: {
      en: 'Choose responsibility by skills, or remove them here.',
      de: 'Wählen Sie die Zuständigkeit nach Fähigkeiten, oder entfernen Sie sie hier.',
    },
  }),
  levelForNobody: (): RuleWords => ({
    rule: { en: 'This level opens for nobody.', de: 'Diese Stufe öffnet für niemanden.' },
    mend: {
      en: 'Name its people, or remove the level.',
      de: 'Nennen Sie ihre Personen, oder entfernen Sie die Stufe.',
    },
  }),
  levelAsksMore: (): RuleWords => ({
    rule: {
      en: 'This level asks for as much as one before it, or more: it opens for nobody new.',
      de: 'Diese Stufe verlangt so viel wie eine vor ihr oder mehr: sie öffnet für niemand Neuen.',
    },
    mend: {
      en: 'Ask for less with each level: fewer skills, or a lower minimum.',
      de: 'Verlangen Sie mit jeder Stufe weniger: weniger Fähigkeiten oder ein tieferes Minimum.',
    },
  }),
  servesAlready: (): RuleWords => ({
    rule: {
      en: 'This person serves already before this level opens.',
      de: 'Diese Person bedient den Service schon, bevor die Stufe öffnet.',
    },
    mend: {
      en: 'Name the person in one place: the list, or the level from which on they serve.',
      de: 'Nennen Sie die Person an einem Ort: in der Liste, oder bei der Stufe, ab der sie bedient.',
    },
  }),
  nobodyToCallBack: (): RuleWords => ({
    rule: {
      en: 'A call-back is offered, and nobody is responsible who could call back.',
      de: 'Ein Rückruf wird angeboten, und niemand ist zuständig, der zurückrufen könnte.',
    },
    mend: {
      en: 'Make people responsible, or switch call-back off.',
      de: 'Machen Sie Personen zuständig, oder schalten Sie den Rückruf aus.',
    },
  }),
  peopleNotAsked: (): RuleWords => ({
    rule: {
      en: 'These people are not rung: the service does not choose by list or team.',
      de: 'Diesen Personen wird nicht zugestellt: der Service wählt nicht nach Liste oder Team.',
    },
    mend: {
      en: 'Choose responsibility by people, or remove them here.',
      de: 'Wählen Sie die Zuständigkeit nach Personen, oder entfernen Sie sie hier.',
    },
  }),
  overflowsToNobody: (service: string): RuleWords => ({
    rule: {
      en: `Nobody is responsible for "${service}": calls only go on to wait there.`,
      de: `Für «${service}» ist niemand zuständig: Anrufe warten dort nur weiter.`,
    },
    mend: {
      en: 'Choose another service or action, or make people responsible there.',
      de: 'Wählen Sie etwas anderes, oder machen Sie dort Personen zuständig.',
    },
  }),
  voicemailAfterRinging: (): RuleWords => ({
    rule: {
      en: 'Once anybody was rung, Teams transfers the call no more: "all busy" is heard instead.',
      de: 'Nach dem ersten Klingeln kann Teams nicht mehr übergeben: zu hören ist «alle besetzt».',
    },
    mend: {
      en: 'Use a person, a number or an announcement, or delivery by redirect.',
      de: 'Wählen Sie Person, Nummer oder Ansage, oder die Zustellung als Umleitung.',
    },
  }),
  ringsIntoVoicemail: (): RuleWords => ({
    rule: {
      en: `After ${VOICEMAIL_AFTER_SECONDS} s Teams sends calls to an agent's voicemail by default.`,
      de: `Nach ${VOICEMAIL_AFTER_SECONDS} s leitet Teams üblicherweise auf die Mailbox des Agenten um.`,
    },
    mend: {
      en: `Use at most ${VOICEMAIL_AFTER_SECONDS}, or lengthen that time in the agents' Teams.`,
      de: `Höchstens ${VOICEMAIL_AFTER_SECONDS}, oder eine längere Zeit im Teams der Agenten.`,
    },
  }),
};
