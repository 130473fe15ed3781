interface Particle {
  readonly x: number;
  readonly y: number;
  readonly mass: number;
}

interface Force {
  fx: number;
  fy: number;
}

function pull(a: Particle, b: Particle): Force {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const f = (a.mass * b.mass) / (dx * dx + dy * dy + 0.01);
  return { fx: f * dx, fy: f * dy };
}

/** What pulls each particle. */
export function forces(particles: Particle[]): Force[] {
  return particles.map((p) => {
    let fx = 0;
    let fy = 0;
    for (const q of particles) {
      const force = pull(p, q);
      fx += force.fx;
      fy += force.fy;
    }
    return { fx, fy };
  });
}
