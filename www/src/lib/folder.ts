/** Folders of more files hold something else: a whole disk, most likely. */
const mostFiles = 200_000;

/** The files in what was dropped, those in folders too; throws where one cannot be read, or there are too many. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  const waiting = [...entries].reverse();
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    if (found.length >= mostFiles) throw new RangeError(`more than ${mostFiles} files`);
    if (isFolder(entry)) waiting.push(...(await entriesOf(entry)).reverse());
    else found.push(await fileOf(entry as FileSystemFileEntry));
  }
  return found;
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Folders answer a hundred entries at a time, and none once all were given. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
