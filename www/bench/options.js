/**
 * A count given on the command line.
 *
 * @param {string} option
 * @param {string} text
 */
export function count(option, text) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) refuse(`--${option}: \`${text}\` is no count`);
  return value;
}

/**
 * @param {string} reason
 * @returns {never}
 */
export function refuse(reason) {
  console.error(reason);
  process.exit(1);
}
