/** Shows a dialog over everything; the focus goes back to where it was. */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = document.activeElement;
  dialog.showModal();
  return () => {
    // What had it may be gone with what it stood in.
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
    (isThere ? before : document.getElementById('main'))?.focus({ preventScroll: true });
  };
}
