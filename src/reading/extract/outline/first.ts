/** The first characters of a text, at most so many; never half of one, which no database stores. */
export function first(text: string, most: number): string {
  if (text.length <= most) return text;
  const unit = text.charCodeAt(most - 1);
  return text.slice(0, unit >= 0xd8_00 && unit < 0xdc_00 ? most - 1 : most);
}
