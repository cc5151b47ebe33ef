/** Hands a file to the visitor, who keeps it where the browser keeps downloads. */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Later, since some browsers only begin to read it after the click.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
