export interface HolidayYear {
  readonly year: number;
  readonly source: string;
  readonly mark: 'from memory' | 'text';
  /** Days off that the notice names, first and last inclusive, `MM-DD`. */
  readonly daysOff: readonly (readonly [string, string])[];
  /** Weekend days worked instead, `MM-DD`. */
  readonly workedWeekends: readonly string[];
}

/**
 * Public holidays with make-up working days, one row a year, as the State Council's yearly notice sets them.
 * From memory, compared with the npm package chinese-days in a test; a year that is not here is never guessed
 * silently (see `addWorkingDays`).
 */
export const holidayYears: readonly HolidayYear[] = [
  {
    year: 2024,
    source: '国务院办公厅关于2024年部分节假日安排的通知',
    mark: 'from memory',
    daysOff: [
      ['01-01', '01-01'],
      ['02-10', '02-17'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-08', '06-10'],
      ['09-15', '09-17'],
      ['10-01', '10-07'],
    ],
    workedWeekends: ['02-04', '02-18', '04-07', '04-28', '05-11', '09-14', '09-29', '10-12'],
  },
  {
    year: 2025,
    source: '国务院办公厅关于2025年部分节假日安排的通知',
    mark: 'from memory',
    daysOff: [
      ['01-01', '01-01'],
      ['01-28', '02-04'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['05-31', '06-02'],
      ['10-01', '10-08'],
    ],
    workedWeekends: ['01-26', '02-08', '04-27', '09-28', '10-11'],
  },
  {
    year: 2026,
    source: '国务院办公厅关于2026年部分节假日安排的通知',
    mark: 'from memory',
    daysOff: [
      ['01-01', '01-03'],
      ['02-15', '02-23'],
      ['04-04', '04-06'],
      ['05-01', '05-05'],
      ['06-19', '06-21'],
      ['09-25', '09-27'],
      ['10-01', '10-07'],
    ],
    workedWeekends: ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'],
  },
];
