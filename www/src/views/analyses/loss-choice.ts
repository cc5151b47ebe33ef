/** What counts as lost among the open items; `null` for what is usual. */
export interface LossChoice {
  insolventLossPercent?: string | null;
  lossAfterDays?: number | null;
}
