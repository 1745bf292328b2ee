/** With this the invented person opens their own page. Known to everybody, since it opens nothing real. */
export const DEMO_CODE = 'HARB0RC0VNTYDEMX'
export const DEMO_BIRTH_YEAR = '1990'
