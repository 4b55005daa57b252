FROM registry.example.com/team/base:1.0
# expect DG2001 6-8
USER ""
