import { readFileSync } from "node:fs";
import { NOBODY } from "./addresses";

/** The values of a route's `[names]`. */
export type RouteParams = { readonly article: string; readonly comment?: string };

/** Which pages a proof exports: of each article some of its comments. */
export type ProofPlan = Readonly<Record<string, readonly string[]>>;

/** The environment's name of the file of a plan, JSON. Without one everything is exported, as in development. */
export const PROOF_PLAN = "ARCHIVE_PROOF_PLAN";

/**
 * What a route's `generateStaticParams` answers: all of its addresses, or where the site is only proven those of the
 * plan. Next refuses a route without a single address: it gets one that is nobody's.
 */
export function listStaticParams<Params extends RouteParams>(
  all: readonly Params[],
  nobody: Params,
): Params[] {
  const plan = readPlan();
  const listed = plan ? all.filter((params) => isPlanned(params, plan)) : [...all];
  return listed.length > 0 ? listed : [nobody];
}

/** For routes of an article. */
export function listArticleParams(slugs: readonly string[]): { article: string }[] {
  return listStaticParams(
    slugs.map((article) => ({ article })),
    { article: NOBODY },
  );
}

/** For routes of a comment. */
export function listCommentParams(
  comments: readonly { readonly slug: string; readonly commentId: string }[],
): { article: string; comment: string }[] {
  return listStaticParams(
    comments.map(({ slug, commentId }) => ({ article: slug, comment: commentId })),
    { article: NOBODY, comment: NOBODY },
  );
}

function isPlanned({ article, comment }: RouteParams, plan: ProofPlan): boolean {
  const comments = plan[article];
  return comments !== undefined && (comment === undefined || comments.includes(comment));
}

function readPlan(): ProofPlan | undefined {
  const file = process.env[PROOF_PLAN];
  return file ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
