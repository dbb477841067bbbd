/** One field of the data of a document that changed. A side on which it is missing is undefined. */
export interface FieldChange {
  /** Names from the outside in, such as `["crm", "stage"]`. */
  path: string[];
  before: unknown;
  after: unknown;
  /** Of a list: what became of its items. */
  items?: ItemChange[];
}

/** What became of one item of a list. An item that changed may also have another place than before. */
export interface ItemChange {
  type: "added" | "removed" | "changed" | "moved";
  /** Its places before and after, from 0. */
  from?: number;
  to?: number;
  before?: unknown;
  after?: unknown;
  /** Of an item with fields: which of them changed. */
  fields?: FieldChange[];
}
