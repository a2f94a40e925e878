/** The package brings types of its own, but not to where its `exports` let them be found. */
declare module 'date-holidays-parser' {
  export default class Parser {
    constructor(data: object, country: string, state?: string);
    getHolidays(year: number): { readonly date: string }[];
  }
}
