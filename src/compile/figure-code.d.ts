export function figureCode(): string
