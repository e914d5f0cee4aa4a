export default function Gallery() {
  return <p>…</p>;
}
