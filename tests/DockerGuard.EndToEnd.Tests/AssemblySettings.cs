// One registry and one engine serve every test; on two cores, running them side by side only makes time-outs likelier.
[assembly: DoNotParallelize]
