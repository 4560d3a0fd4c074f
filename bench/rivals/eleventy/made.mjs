// The articles as they were parsed, by the file that each comes from: for the layout, and what stands beside.

export const made = new Map();
