import { anchorOf } from "../../lib/archive/addresses";
import { findParticipants, foldPersonName, type Participant } from "../../lib/archive/thread/participants";
import { numberComment } from "../../lib/text/interface/sentences";
import { noteLayers } from "../page/page-notes";
import { hueClass, Name } from "../page/participant";
import type { Reading } from "../page/reading";

/** With more participants than this the list begins folded. */
const SHOWN_AT_ONCE = 12;

/** Who takes part, with the number of their comments and the way to each; the most present first. */
export function Participants({ reading }: { reading: Reading }) {
  const { article, words } = reading;
  noteLayers("guide");
  const participants = findParticipants(article.thread).toSorted(
    (one, other) => other.comments.length - one.comments.length,
  );
  return (
    <details id="participants" className="participants" open={participants.length <= SHOWN_AT_ONCE}>
      <summary>{words.participants(participants.length)}</summary>
      <ul>
        {participants.map((participant) => (
          <li key={participant.name} className={hueClass(participant.name, article)}>
            <ParticipantEntry participant={participant} reading={reading} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ParticipantEntry({ participant, reading }: { participant: Participant; reading: Reading }) {
  const { name, comments } = participant;
  const [first, ...others] = comments;
  if (first && others.length === 0) {
    return (
      <a href={`#${anchorOf(first.comment.id)}`}>
        <Name name={name} /> 1<AuthorMark name={name} reading={reading} />
      </a>
    );
  }
  return (
    <details>
      <summary>
        <Name name={name} /> {comments.length}
        <AuthorMark name={name} reading={reading} />
      </summary>
      {comments.map(({ comment }) => (
        <a key={comment.id} href={`#${anchorOf(comment.id)}`}>
          {numberComment(comment, reading.words)}
        </a>
      ))}
    </details>
  );
}

/** Marks the article's author where they take part. That one name is one person is a deduction, and it says so. */
export function AuthorMark({ name, reading }: { name?: string; reading: Reading }) {
  const { article, words } = reading;
  if (name === undefined || article.author === undefined) return null;
  if (foldPersonName(name) !== foldPersonName(article.author.name)) return null;
  return (
    <>
      {" "}
      <em className="author-mark">{words.articleAuthor}</em>{" "}
    </>
  );
}
