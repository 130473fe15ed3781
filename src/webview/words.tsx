// Sentences of the engine as page text: what stands between backticks is code.

export function Words({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/`([^`]+)`/)
        // Every second part stood between backticks; parts have no other identity than their place.
        .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
    </>
  );
}
