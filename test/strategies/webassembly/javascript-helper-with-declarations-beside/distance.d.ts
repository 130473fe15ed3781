export default function distance(x: number, y: number, otherX: number, otherY: number): number;
