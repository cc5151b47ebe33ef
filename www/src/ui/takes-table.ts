/** The context of what offers to take the table inside it along, so that the table does not offer it again. */
export const takesTable = Symbol('takes table');
