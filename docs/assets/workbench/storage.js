/* The browser's two places to keep things, or word that there is none. */

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export const answer = request => new Promise((done, fail) => {
  request.onsuccess = () => done(request.result);
  request.onerror = () => fail(request.error);
});

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
export const finished = transaction => new Promise((done, fail) => {
  transaction.oncomplete = () => done();
  transaction.onerror = transaction.onabort = () => fail(transaction.error);
});

/** The database, with its two shelves; null where there is none. @param {string} name @returns {Promise<IDBDatabase | null>} */
export async function database(name) {
  try {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => ["works", "steps"].forEach(shelf => request.result.createObjectStore(shelf, { keyPath: "key" }));
    const late = new Promise((_, fail) => { setTimeout(fail, 3000); }); // some browsers never answer
    return await Promise.race([answer(request), /** @type {Promise<never>} */ (late)]);
  } catch {
    return null;
  }
}

/** The small storage; null where it keeps nothing. @param {string} name a key to try it with */
export function small(name) {
  try {
    localStorage.setItem(name, "");
    localStorage.removeItem(name);
    return localStorage;
  } catch {
    return null;
  }
}
