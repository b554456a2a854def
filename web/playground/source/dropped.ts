/** Returns all files that were dropped, with those in folders, by their paths. */
export async function filesOf(transfer: DataTransfer): Promise<Map<string, File>> {
  const files = new Map<string, File>();
  // All has to be asked for before the first wait, after which the transfer is empty. What a script drops has no entry.
  const dropped = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  for (const { entry, file } of dropped) {
    if (entry) await gather(entry, files);
    else if (file) files.set(file.name, file);
  }
  return files;
}

/** Returns the files of a field by their paths, which begin with the folder's name if it was a folder. */
export function filesIn(field: HTMLInputElement): Map<string, File> {
  return new Map([...(field.files ?? [])].map((file) => [file.webkitRelativePath || file.name, file]));
}

async function gather(entry: FileSystemEntry, files: Map<string, File>): Promise<void> {
  if (isFile(entry)) {
    files.set(
      entry.fullPath.replace(/^\//, ''),
      await new Promise<File>((resolve, reject) => {
        entry.file(resolve, reject);
      }),
    );
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    // A reader gives a hundred entries at a time.
    for (let some = await read(reader); some.length > 0; some = await read(reader))
      for (const one of some) await gather(one, files);
  }
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => {
    reader.readEntries(resolve, reject);
  });
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
