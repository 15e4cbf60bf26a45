/** Three decimals, never −0. */
export const round = (value: number): number => Math.round(value * 1000) / 1000 + 0;
