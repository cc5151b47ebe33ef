/** What a mark stands for, which is its colour everywhere. */
export type Paint = 'term' | 'late' | 'disputed' | 'today' | 'plan' | 'rest';
