/**
 * Public holidays by country and region: days on which practically everybody is off, as the law of
 * the country names them. In the grammar of date-holidays-parser, whose own collection of dates has
 * another licence (docs/decisions/0008). A service's exceptions add or take away what differs.
 */
interface Rules {
  readonly days: readonly string[];
  readonly regions?: Readonly<Record<string, readonly string[]>>;
}

const NEW_YEAR = '01-01';
const EPIPHANY = '01-06';
const LABOUR_DAY = '05-01';
const ASSUMPTION = '08-15';
const ALL_SAINTS = '11-01';
const IMMACULATE = '12-08';
const CHRISTMAS = '12-25';
const BOXING_DAY = '12-26';
const GOOD_FRIDAY = 'easter -2';
const EASTER_MONDAY = 'easter 1';
const ASCENSION = 'easter 39';
const WHIT_MONDAY = 'easter 50';
const CORPUS_CHRISTI = 'easter 60';

const EASTER = [GOOD_FRIDAY, EASTER_MONDAY];
const CATHOLIC = [CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS];
const REFORMATION = '10-31';
/** A day off on a weekend is made up for on the Monday after it. */
const ON_MONDAY = 'and if saturday then next monday if sunday then next monday';

export const HOLIDAY_RULES: Readonly<Record<string, Rules>> = {
  CH: {
    days: [NEW_YEAR, ASCENSION, '08-01', CHRISTMAS],
    regions: {
      ZH: [...EASTER, LABOUR_DAY, WHIT_MONDAY, BOXING_DAY],
      BE: [...EASTER, '01-02', WHIT_MONDAY, BOXING_DAY],
      LU: [...EASTER, '01-02', WHIT_MONDAY, ...CATHOLIC, IMMACULATE, BOXING_DAY],
      BS: [...EASTER, LABOUR_DAY, WHIT_MONDAY, BOXING_DAY],
      BL: [...EASTER, LABOUR_DAY, WHIT_MONDAY, BOXING_DAY],
      AG: [...EASTER, WHIT_MONDAY, BOXING_DAY],
      SG: [...EASTER, WHIT_MONDAY, ALL_SAINTS, BOXING_DAY],
      TG: [...EASTER, '01-02', LABOUR_DAY, WHIT_MONDAY, BOXING_DAY],
      SH: [...EASTER, LABOUR_DAY, WHIT_MONDAY, BOXING_DAY],
      ZG: [...EASTER, '01-02', WHIT_MONDAY, ...CATHOLIC, IMMACULATE, BOXING_DAY],
      TI: [
        EPIPHANY,
        '03-19',
        EASTER_MONDAY,
        LABOUR_DAY,
        WHIT_MONDAY,
        '06-29',
        ...CATHOLIC,
        IMMACULATE,
        BOXING_DAY,
      ],
      GE: [...EASTER, WHIT_MONDAY, 'thursday after 1st sunday in September', '12-31'],
      VD: [...EASTER, '01-02', WHIT_MONDAY, 'monday after 3rd sunday in September'],
    },
  },
  LI: {
    days: [
      NEW_YEAR,
      EPIPHANY,
      EASTER_MONDAY,
      LABOUR_DAY,
      ASCENSION,
      WHIT_MONDAY,
      ...CATHOLIC,
      '09-08',
      IMMACULATE,
      CHRISTMAS,
      BOXING_DAY,
    ],
  },
  DE: {
    days: [NEW_YEAR, ...EASTER, LABOUR_DAY, ASCENSION, WHIT_MONDAY, '10-03', CHRISTMAS, BOXING_DAY],
    regions: {
      BW: [EPIPHANY, CORPUS_CHRISTI, ALL_SAINTS],
      BY: [EPIPHANY, CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS],
      BE: ['03-08'],
      BB: [REFORMATION],
      HB: [REFORMATION],
      HH: [REFORMATION],
      HE: [CORPUS_CHRISTI],
      MV: ['03-08', REFORMATION],
      NI: [REFORMATION],
      NW: [CORPUS_CHRISTI, ALL_SAINTS],
      RP: [CORPUS_CHRISTI, ALL_SAINTS],
      SL: [CORPUS_CHRISTI, ASSUMPTION, ALL_SAINTS],
      SN: [REFORMATION, 'wednesday before 11-23'],
      ST: [EPIPHANY, REFORMATION],
      SH: [REFORMATION],
      TH: ['09-20', REFORMATION],
    },
  },
  AT: {
    days: [
      NEW_YEAR,
      EPIPHANY,
      EASTER_MONDAY,
      LABOUR_DAY,
      ASCENSION,
      WHIT_MONDAY,
      ...CATHOLIC,
      '10-26',
      IMMACULATE,
      CHRISTMAS,
      BOXING_DAY,
    ],
  },
  FR: {
    days: [
      NEW_YEAR,
      EASTER_MONDAY,
      LABOUR_DAY,
      '05-08',
      ASCENSION,
      WHIT_MONDAY,
      '07-14',
      ASSUMPTION,
      ALL_SAINTS,
      '11-11',
      CHRISTMAS,
    ],
  },
  IT: {
    days: [
      NEW_YEAR,
      EPIPHANY,
      EASTER_MONDAY,
      '04-25',
      LABOUR_DAY,
      '06-02',
      ASSUMPTION,
      ALL_SAINTS,
      IMMACULATE,
      CHRISTMAS,
      BOXING_DAY,
    ],
  },
  NL: {
    days: [
      NEW_YEAR,
      EASTER_MONDAY,
      '04-27 if sunday then previous saturday',
      ASCENSION,
      WHIT_MONDAY,
      CHRISTMAS,
      BOXING_DAY,
    ],
  },
  BE: {
    days: [
      NEW_YEAR,
      EASTER_MONDAY,
      LABOUR_DAY,
      ASCENSION,
      WHIT_MONDAY,
      '07-21',
      ASSUMPTION,
      ALL_SAINTS,
      '11-11',
      CHRISTMAS,
    ],
  },
  GB: {
    days: [
      `${NEW_YEAR} ${ON_MONDAY}`,
      GOOD_FRIDAY,
      '1st monday in May',
      'monday before 06-01',
      '12-25 and if saturday then next monday if sunday then next tuesday',
      '12-26 and if saturday then next monday if sunday then next tuesday',
    ],
    regions: {
      ENG: [EASTER_MONDAY, 'monday before 09-01'],
      WLS: [EASTER_MONDAY, 'monday before 09-01'],
      NIR: [`03-17 ${ON_MONDAY}`, EASTER_MONDAY, `07-12 ${ON_MONDAY}`, 'monday before 09-01'],
      SCT: [
        // On a Monday the day before was New Year's Day, which is made up for on this one.
        '01-02 and if saturday then next monday if sunday then next tuesday if monday then next tuesday',
        '1st monday in August',
        `11-30 ${ON_MONDAY}`,
      ],
    },
  },
  US: {
    days: [
      '01-01 and if sunday then next monday if saturday then previous friday',
      '3rd monday in January',
      '3rd monday in February',
      'monday before 06-01',
      '06-19 and if sunday then next monday if saturday then previous friday',
      '07-04 and if sunday then next monday if saturday then previous friday',
      '1st monday in September',
      '2nd monday in October',
      '11-11 and if sunday then next monday if saturday then previous friday',
      '4th thursday in November',
      '12-25 and if sunday then next monday if saturday then previous friday',
    ],
  },
};
