import { expect, test } from 'vitest';
import { filesIn } from './folder';

const file = (name: string): FileSystemEntry =>
  ({
    isDirectory: false,
    name,
    file: (give: (file: File) => void) => {
      give(new File([name], name));
    },
  }) as unknown as FileSystemEntry;

/** A folder that gives what is in it two at a time, as browsers give a hundred. */
function folder(...entries: FileSystemEntry[]): FileSystemEntry {
  const left = [...entries];
  return {
    isDirectory: true,
    createReader: () => ({
      readEntries: (give: (entries: FileSystemEntry[]) => void) => {
        give(left.splice(0, 2));
      },
    }),
  } as unknown as FileSystemEntry;
}

test('the files of folders are found in their order, however deep', async () => {
  const dropped = [
    file('a'),
    folder(file('b'), folder(), folder(file('c'), file('d'), file('e')), file('f')),
    file('g'),
  ];
  const found = await filesIn(dropped);
  expect(found.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
});

test('what cannot be read is said', async () => {
  const broken = {
    isDirectory: false,
    file: (_: unknown, fail: (error: Error) => void) => {
      fail(new Error('gone'));
    },
  } as unknown as FileSystemEntry;
  await expect(filesIn([broken])).rejects.toThrow('gone');
});
