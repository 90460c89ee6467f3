/** Who speaks to the door, and as whom it asks the node. */
export interface McpCaller {
  /** Whole value of the `Authorization` header; null: discovery mode. */
  readonly authorization: string | null;
  /** Slug or id of the organization that the credential must belong to. */
  readonly organization?: string | undefined;
  /** Sent with calls that carry no credential. */
  readonly nodeToken?: string | undefined;
  /** Country of calls that name none. */
  readonly country?: string | undefined;
  /** Address of the peer; null for a local pipe. */
  readonly address: string | null;
}
