/** See repository.mjs, which is plain JavaScript because `npm start` begins with it. */
export const root: string;
