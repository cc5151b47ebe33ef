/** The address of a module, or in the single file, which may request nothing, the module itself. */
export function source(address: string): string | Uint8Array<ArrayBuffer> {
  const data = /^data:[^,]*;base64,/.exec(address);
  if (data === null) return address;
  return Uint8Array.from(atob(address.slice(data[0].length)), (char) => char.charCodeAt(0));
}
